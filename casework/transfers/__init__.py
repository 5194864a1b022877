"""Handing a case to a provider: exactly what the person agreed to, «передаємо» until a human confirms the receipt."""

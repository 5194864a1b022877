"""The duty roster: who is called first when somebody is in danger."""

"""Documents that a case needs: staff ask for them, the person sends them page by page, staff accept or return them."""

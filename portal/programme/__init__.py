"""The programme around the vendors: the company's standard for partners."""

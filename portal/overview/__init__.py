"""Pages composed of all areas: the overview, the register of vendors and a vendor's page."""

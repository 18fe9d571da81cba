"""What people see: the command line. No recommendation logic here."""

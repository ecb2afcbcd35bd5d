"""Simulated instruments, with physics of their own: no solver is ever tested against its own forward model."""

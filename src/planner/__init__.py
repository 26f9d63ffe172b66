"""What may I do today after a job interview, and if not yet, when and why?"""

__version__ = "0.1.0"

"""The screens, a file each, with its stylesheet beside it."""

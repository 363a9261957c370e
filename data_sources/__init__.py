"""Where figures come from and where they are kept."""

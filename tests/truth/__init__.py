"""What the pages say, held against the figures: tables of sentences written from the store, and a walk over all."""

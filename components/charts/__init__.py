"""Charts: data in, Plotly figure out. A chart never imports another."""

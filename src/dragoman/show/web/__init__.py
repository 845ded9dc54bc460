"""The record in the browser: `dragoman serve` → every screen a plain page, each entry linked to its sentence."""

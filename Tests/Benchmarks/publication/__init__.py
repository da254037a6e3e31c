"""The publication that the benchmarks build: the same briefs, written for Dossier and for Hugo."""

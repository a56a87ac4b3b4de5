"""Tests of the judges, one file for each of theirs."""

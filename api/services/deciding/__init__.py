"""What a coalition does about a call: decide, compare, take to the meeting."""

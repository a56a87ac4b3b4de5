"""May a coalition apply: conditions of a call, line-up, verdict, questions and their answers."""

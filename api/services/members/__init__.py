"""What members are asked, answer, propose and weigh; remarks of a coalition's people."""

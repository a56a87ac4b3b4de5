"""Who somebody is and what they may do: actor, permission, accounts, sessions, invitations, audit."""

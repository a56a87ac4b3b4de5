"""From a coalition, a call and a project to a draft: forms, projects, files."""

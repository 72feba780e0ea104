//! Makes the output folder equal to the artifacts, all at once or not at all. Only this module writes below the output folder.

// The script of the checker's worker. The package holds it as one file with all its imports, since bundlers copy only
// the file that `new URL` names.
import './checker/worker.js';

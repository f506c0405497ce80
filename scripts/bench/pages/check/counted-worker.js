// The package's own worker, with its reading counted.
import '../count-bytes.js';
import 'flinks-upload/worker.js';

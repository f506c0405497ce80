// The package's own worker, with its reading counted.
import '../count.js';
import 'flinks-upload/worker.js';

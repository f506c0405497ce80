// The package's worker, with its reads counted.
import '../count-bytes.js';
import 'flinks-upload/worker.js';

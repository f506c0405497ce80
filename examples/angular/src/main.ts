// Angular copies neither the wasm nor the worker of a package: this entry has both inside.
import 'flinks-upload/inline';
import { bootstrapApplication } from '@angular/platform-browser';
import { Income } from './income';

bootstrapApplication(Income).catch((error: unknown) => console.error(error));

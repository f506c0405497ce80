import { FALLBACK_CODES } from 'flinks-upload';

document.title = FALLBACK_CODES.join();

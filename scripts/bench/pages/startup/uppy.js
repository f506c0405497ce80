import Uppy from '@uppy/core';
import Dashboard from '@uppy/dashboard';
import '@uppy/core/css/style.min.css';
import '@uppy/dashboard/css/style.min.css';

const restrictions = { maxNumberOfFiles: 24, maxTotalFileSize: 180e6, allowedFileTypes: ['.pdf', 'application/pdf'] };
new Uppy({ restrictions }).use(Dashboard, { inline: true, target: '#here' });

// The same from CommonJS, as Jest reads it.
import testing = require('flinks-upload/testing');
import define = require('flinks-upload/testing/define');
import react = require('flinks-upload/testing/react');

const upload = document.createElement('flinks-upload');
testing.fire(upload, 'upload-complete', { loginId: '5e115eab' });
// @ts-expect-error no such event
define.fire(upload, 'upload-finished');

export = react.FlinksUpload;

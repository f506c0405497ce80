// What must compile of the stubs, and what must not.
import { FlinksAccountsElement, FlinksUploadElement, defineElement, fire, report } from 'flinks-upload/testing';
import type { TestFile } from 'flinks-upload/testing';
import type { FlinksUploadElement as Real, Report } from 'flinks-upload';

defineElement();
const upload: Real = document.createElement('flinks-upload');
const stub: FlinksUploadElement = upload;
const isStub: boolean = upload instanceof FlinksUploadElement;

const isOpened: boolean = fire(upload, 'upload-handoff');
fire(upload, 'upload-complete', { loginId: null });
fire(upload, 'connect-event', { kind: 'error', flinksCode: 'INVALID_LOGIN' });
fire(upload, 'upload-offer', { reason: 'error', code: 'INVALID_PASSWORD' });
// @ts-expect-error no such event
fire(upload, 'upload-finished');
// @ts-expect-error no such reason
fire(upload, 'upload-offer', { reason: 'because' });
// @ts-expect-error the id is missing
fire(upload, 'upload-complete', {});
fire(document.createElement('flinks-accounts'), 'accounts-error', { code: 'malformed', message: 'no accounts' });

const file: TestFile = { name: 'a.pdf', findings: [{ code: 'scanned', severity: 'warning' }] };
const checked: Report = report([file, {}], { withinLimits: false });
// @ts-expect-error no such finding
report([{ findings: [{ code: 'blurred', severity: 'warning' }] }]);
fire(upload, 'upload-check', checked);

export { FlinksAccountsElement, isOpened, isStub, stub };

import { CUSTOM_ELEMENTS_SCHEMA, Component, signal } from '@angular/core';
import type { FlinksUploadEventMap } from 'flinks-upload';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Confirm your income</h1>
    @if (received(); as end) {
      <p role="status">Thank you. Your reference: {{ end.requestId ?? 'none' }}</p>
    } @else {
      <flinks-upload
        instance="toolbox"
        mode="fallback"
        params="demo=true"
        [getAuthorizeToken]="getAuthorizeToken"
        (upload-complete)="finish($event)"
      ></flinks-upload>
    }
  `,
})
export class Income {
  protected readonly received = signal<FlinksUploadEventMap['upload-complete']['detail'] | null>(null);

  // Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
  protected readonly getAuthorizeToken = async () => {
    const response = await fetch('/authorize-token', { method: 'POST' });
    if (!response.ok) throw new Error(`/authorize-token answered ${response.status}`);
    return response.text();
  };

  protected finish({ detail }: FlinksUploadEventMap['upload-complete']) {
    this.received.set(detail);
  }
}

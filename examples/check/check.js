import { checkFiles } from 'flinks-upload/check';

const input = document.querySelector('input[type=file]');

input.addEventListener('change', async () => {
  const report = await checkFiles(input.files);
  const rows = report.files.map(({ name, status, findings }) => {
    const row = document.createElement('li');
    row.textContent = [`${name}: ${status}`, ...findings.map(({ code }) => code)].join(' · ');
    return row;
  });
  document.querySelector('ul').replaceChildren(...rows);
});

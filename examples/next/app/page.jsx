import { Income } from './Income.jsx';

export default function Page() {
  return (
    <main>
      <h1>Confirm your income</h1>
      <Income />
    </main>
  );
}

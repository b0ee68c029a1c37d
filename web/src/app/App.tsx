export function App() {
  return <main>Cavea</main>;
}

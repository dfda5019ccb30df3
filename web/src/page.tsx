/** The page as a whole. */
export function Page() {
  return <h1>Thaw</h1>;
}

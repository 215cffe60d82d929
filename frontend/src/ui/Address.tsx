/** An e-mail address that breaks before its @, where it must break at all. */
export function Address({ of }: { of: string }) {
  const at = of.lastIndexOf('@');
  return (
    <span className="address" translate="no">
      {at < 0 ? of : of.slice(0, at)}
      {at >= 0 && (
        <>
          <wbr />
          {of.slice(at)}
        </>
      )}
    </span>
  );
}

/** What opens when some of a list go, the open one among them: the next older that stays, else the newer, else nothing. */
export function afterwards(order: readonly string[], going: readonly string[], open: string): string | null {
  const at = order.indexOf(open);
  const stays = (id: string) => !going.includes(id);
  return order.slice(at + 1).find(stays) ?? order.slice(0, Math.max(at, 0)).findLast(stays) ?? null;
}

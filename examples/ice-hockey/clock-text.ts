/** Minutes and seconds without a leading zero, as the scoreboard and the results messages write the game clock. */
export function clockText(clockSeconds: number): string {
  const whole = Math.floor(clockSeconds + 1e-6);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export const night = 'rgba(9, 16, 38, 0.9)';
export const gold = '#ffd24a';
export const faster = '#15924c';
export const slower = '#c4232f';
export const houseBlue = '#1a4fb4';

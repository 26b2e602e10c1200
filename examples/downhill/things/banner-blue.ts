/** The colour of the banners at start and finish, lit from the left. */
export const bannerBlue = { back: '#173a86', front: '#1d4aa8', left: '#2456be', right: '#123074', top: '#3a6ad0' };

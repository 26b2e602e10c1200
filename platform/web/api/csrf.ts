/** The server demands this header of every writing request with a session cookie: other origins cannot set it. */
export const csrfHeaders = { 'x-altis-csrf': '1' } as const;

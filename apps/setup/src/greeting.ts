export type Greeting = { readonly url: string; readonly demo: { readonly password: string; readonly madeUp: boolean } | null };

/** What a person sees when the platform is ready. */
export const greeting = ({ url, demo }: Greeting): string => {
  const lines = ['', `  Onmaru is ready · 온마루가 준비됐어요`, '', `  Console    ${url}`, `  My cases   ${url}/my`, `  API        ${url}/api/docs`, ''];
  if (demo === null) return [...lines, '  The platform is empty: npm run -s onmaru -- tenant create NAME --admin E-MAIL', ''].join('\n');
  return [
    ...lines,
    `  Demo sign-ins (@demo.onmaru.example)  admin · supervisor · agent · analyst · customer`,
    `                                             operator runs the platform · 플랫폼 운영자`,
    demo.madeUp ? `  Password   ${demo.password}` : '  Password   as given in ONMARU_DEMO_PASSWORD',
    '',
  ].join('\n');
};

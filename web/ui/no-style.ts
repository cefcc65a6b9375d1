/** Stands for every style sheet where a test renders without a browser. */
export default {};

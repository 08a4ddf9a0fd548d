/** Formulas in the form that the sheets of the add-in have them; on the scratch sheet and in the file they stand from D1 down. */
export const FORMULAS = [
  '=IFERROR(INDEX(A1:A9,MATCH("x",B1:B9,0)),"")',
  '=SUMPRODUCT((A1:A9>0)*(B1:B9=""))',
  '=IF(AND(A1>=0,A1<0.00001),TRUE,FALSE)',
  '=ROUND(SUM(A1:A9)/3*100,2)',
  '=INDEX(A1:A9,2)',
  '=COUNTIFS(A1:A9,">"&B1,B1:B9,"<>")',
  '=A1&" điểm ""thống nhất"" "&FIXED(B1,2)',
];

"""Names that try to end the data, run something, or turn a line around."""

NAMES = [
    "</script><!--<script>hacked=1//",
    "<!--<script>",
    "\"><img src=x onerror=\"hacked=1\">",
    "' autofocus onfocus='hacked=1' x='",
    "javascript:hacked=1",
    "<svg onload=hacked=1><style>*{display:none}</style>",
    "]]></svg><script>hacked=1</script>",
    "&lt;b&gt; &amp; &quot;",
    "{place} {n} $& $1 `${hacked=1}`",
    "abc\u202egnp.exe\u202c\u2066x\u2069",
    "E\u0301\u0301\u0301\u0300tampes\u0327\u0323",
    "=HYPERLINK(\"http://example.invalid\")",
    "+1+cmd|' /C calc'!A0",
    "@SUM(1)",
    "__proto__",
    "constructor",
    "a;b,c\"d",
    "l'a $(touch ran) `touch ran` ; touch ran",
    "\u2028 \u2029 \\u003c/script> \\",
    "Sainte\u00a0Œuvre-d’Ærø",
    "名前 🏳️‍🌈 שלום",
    "x" * 120,
]
SITE = "'; touch ran; \"$(touch ran)\" </script><script>hacked=1</script>"
TITLE = "</title></script><script>hacked=1</script> \u202etitre"

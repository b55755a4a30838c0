"""What a reader of the sample documents says of each claim: states, then questions; all others are not evidenced."""

HELIO = (
    ("contradicted",
     "DP-04 IN-03 IN-04 SP-03 VU-06"),
    ("contradicted not_evidenced",
     "BC-05 PV-04"),
    ("contradicted out_of_scope",
     "GV-09"),
    ("contradicted supported_with_exception",
     "AC-05"),
    ("not_evidenced",
     "AC-09 AI-07 BC-02 DP-01 DP-05 DV-06 IN-02 LG-05 PC-03 PV-02 SP-06 SV-03 VU-08"),
    ("not_evidenced supported",
     "AI-01 SP-02 SV-01 SV-02"),
    ("stale",
     "BC-07 CR-03"),
    ("supported",
     "AC-01 AC-02 AC-03 AC-04 AC-06 AC-07 AC-10 AI-02 AI-03 BC-01 BC-03 BC-04 BC-06 CR-01 CR-02 "
     "CR-04 CR-06 DP-02 DP-03 DP-06 DP-07 DP-08 DV-01 DV-03 DV-04 GV-01 GV-02 GV-03 GV-04 GV-05 "
     "GV-06 GV-07 GV-08 GV-10 HR-01 HR-02 HR-03 HR-04 HR-05 IN-01 IN-06 LG-01 LG-02 LG-03 LG-04 "
     "PC-01 PC-02 PH-02 PH-03 PH-04 PV-01 PV-03 PV-05 SP-01 SP-04 SP-05 VU-01 VU-03 VU-04 VU-05 "
     "VU-07"),
    ("supported supported_with_exception",
     "AC-08 DV-05 VU-02"),
    ("supported_with_exception",
     "DV-02"),
)  # fmt: skip
NORTHPINE = (
    ("contradicted out_of_scope stale",
     "GV-09"),
    ("not_evidenced supported",
     "AC-02 BC-03 BC-04 BC-05 BC-07 SV-01 SV-03"),
    ("supported",
     "AC-03 BC-01 BC-02 BC-06 CR-03 DP-02 DP-03 GV-05 GV-08 PH-01 PH-04"),
)  # fmt: skip

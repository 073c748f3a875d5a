"""What stands before and after the entries of a TBX file, by style."""

from __future__ import annotations

from typing import Final

from aligner.terms.files.tbx_names import CORE, MODULES, Style

_V3 = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="{style}" xml:lang="en" xmlns="{core}"{modules}>
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>{{title}}</title></titleStmt>
      <sourceDesc><p>{{source}}</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"""
_V2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en">
  <martifHeader>
    <fileDesc>
      <titleStmt><title>{title}</title></titleStmt>
      <sourceDesc><p>{source}</p></sourceDesc>
    </fileDesc>
    <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>
  </martifHeader>
  <text>
    <body>
"""
_NAMESPACES = "".join(f' xmlns:{name}="{uri}"' for name, uri in MODULES.items())

HEADS: Final = {
    Style.DCA: _V3.format(style="dca", core=CORE, modules=""),
    Style.DCT: _V3.format(style="dct", core=CORE, modules=_NAMESPACES),
    Style.MARTIF: _V2,
}
TAILS: Final = {
    Style.DCA: "    </body>\n  </text>\n</tbx>\n",
    Style.DCT: "    </body>\n  </text>\n</tbx>\n",
    Style.MARTIF: "    </body>\n  </text>\n</martif>\n",
}

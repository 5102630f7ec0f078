"""Types answers into workbooks in LibreOffice, as a person would.

fill.py PROFILE JOBS: PROFILE is a folder for LibreOffice's own settings, JOBS a
JSON file, a list of {"from": path, "to": [paths], "type": [[sheet, cell, words]]}.
What is typed goes through LibreOffice's own input line, so that it makes of
words what it makes of a person's: numbers, days, or text in a cell for text.
"""
import json
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def value(name, of):
    p = PropertyValue()
    p.Name, p.Value = name, of
    return p


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
        except Exception:
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def url(path):
    return uno.systemPathToFileUrl(path)


FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}


def main(profile, jobs):
    pipe = "stikprove%d" % time.time_ns()
    office = subprocess.Popen(["soffice", "-env:UserInstallation=" + url(profile), "--headless", "--norestore", "--nologo",
                               "--accept=pipe,name=%s;urp;" % pipe])
    try:
        context = connect(pipe)
        services = context.ServiceManager
        desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for job in json.load(open(jobs, encoding="utf-8")):
            book = desktop.loadComponentFromURL(url(job["from"]), "_blank", 0, (value("Hidden", True),))
            frame = book.CurrentController.Frame
            for sheet, cell, words in job["type"]:
                book.CurrentController.setActiveSheet(book.Sheets.getByName(sheet))
                dispatcher.executeDispatch(frame, ".uno:GoToCell", "", 0, (value("ToPoint", cell),))
                dispatcher.executeDispatch(frame, ".uno:EnterString", "", 0, (value("StringName", words),))
            for path in job["to"]:
                book.storeToURL(url(path), (value("FilterName", FILTERS[path[path.rindex("."):]]),))
            book.close(True)
        try:
            desktop.terminate()
        except Exception:
            pass  # it ends before it answers
        office.wait(60)
    finally:
        if office.poll() is None:
            office.kill()


main(sys.argv[1], sys.argv[2])

#!/usr/bin/python3
"""Writes manifest.json of a model directory: every file below it with size and SHA-256, besides the texts at its top.
   usage: manifest.py MODELDIR LANGUAGE DESCRIPTION LICENCE"""
import sys, os, json, hashlib
model, language, description, licence = sys.argv[1:5]
files = []
for folder, folders, names in os.walk(model):
    folders.sort()
    if folder == model: continue
    for name in sorted(names):
        path = os.path.join(folder, name); data = open(path, "rb").read()
        files.append({"path": os.path.relpath(path, model), "size": len(data), "sha256": hashlib.sha256(data).hexdigest()})
manifest = {"name": os.path.basename(os.path.abspath(model)), "language": language, "description": description, "licence": licence, "files": files}
open(os.path.join(model, "manifest.json"), "w").write(json.dumps(manifest, indent=2) + "\n")

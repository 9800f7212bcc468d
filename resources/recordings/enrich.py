#!/usr/bin/env python3
"""Adds to a recording what its recorder did not request: container logs, live manifests of resources that Argo CD does
not manage itself, and authors of revisions. Everything is derived from the recording (pods, images, times, templates).
The logs are simulated, like the recording's image pulls and containers.

  resources/recordings/enrich.py tests/data/recordings/deploy-ok.jsonl.gz resources/recordings/deploy-ok.jsonl.gz
"""
import copy
import gzip
import io
import json
import sys
from datetime import datetime, timedelta, timezone
from urllib.parse import quote

LINE_EVERY_MS = 2_300  # the interval between the requests that a container logs
AUTHORS = ["Ada Keller <ada@acme.example>", "Noor Haddad <noor@acme.example>", "Release Bot <release@acme.example>"]
REQUESTS = ["GET /healthz 200 0.4ms", "GET /products?page=2 200 11.8ms", "POST /cart/items 201 7.2ms",
            "GET /products/4711 200 3.9ms", "GET /metrics 200 1.1ms", "GET /search?q=lamp 200 23.5ms"]


def read(name):
    with gzip.open(name, "rt", encoding="utf-8") as recording:
        return [json.loads(line) for line in recording]


def trees(lines):
    for line in lines:
        if line["kind"] == "get" and "/resource-tree" in line["path"] and line["status"] == 200:
            yield line["t"], line["body"]
        if line["kind"] == "frame" and "/resource-tree" in line["path"]:
            data = json.loads(line["data"]) if isinstance(line["data"], str) else line["data"]
            if "result" in data:
                yield line["t"], data["result"]


def templates(lines):
    """Pod templates by (kind, name). The first one found counts."""
    found = {}
    for line in lines:
        if line["kind"] != "get" or "/managed-resources" not in line["path"] or line["status"] != 200:
            continue
        for item in line["body"].get("items") or []:
            for state in ("liveState", "targetState"):
                manifest = json.loads(item.get(state) or "null")
                template = ((manifest or {}).get("spec") or {}).get("template")
                if template:
                    found.setdefault((item["kind"], item["name"]), template)
    return found


def info(node, name):
    return next((i.get("value", "") for i in node.get("info") or [] if i["name"] == name), "")


def short(image):
    return image.split("@")[0].split("/")[-1]


def repository(image):
    last = image.split("@")[0]
    return last.rsplit(":", 1)[0] if ":" in last.split("/")[-1] else last


class Enriched:
    def __init__(self, lines):
        self.lines = lines
        self.head = lines[0]
        self.zero = datetime.fromisoformat(self.head["recorded"].replace("Z", "+00:00"))
        self.end = lines[-1]["t"]
        self.templates = templates(lines)
        self.added = []
        self.nodes = {}
        self.history = {}  # uid → [(t, node)], only changes
        for t, tree in trees(lines):
            present = set()
            for node in (tree.get("nodes") or []):
                uid = node.get("uid")
                if not uid:
                    continue
                present.add(uid)
                past = self.history.setdefault(uid, [])
                if not past or past[-1][1] is None or self.shown(past[-1][1]) != self.shown(node):
                    past.append((t, node))
                self.nodes[uid] = node
            for uid, past in self.history.items():
                if uid not in present and past[-1][1] is not None:
                    past.append((t, None))

    @staticmethod
    def shown(node):
        return [node.get("resourceVersion"), (node.get("health") or {}).get("status"), node.get("info")]

    def stamp(self, t):
        return (self.zero + timedelta(milliseconds=t)).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    def owner(self, node):
        parents = node.get("parentRefs") or []
        return parents[0] if parents else None

    def template_of(self, node):
        seen = set()
        while node and node.get("uid") not in seen:
            seen.add(node.get("uid"))
            template = self.templates.get((node["kind"], node["name"]))
            if template:
                return template
            parent = self.owner(node)
            node = self.nodes.get(parent["uid"]) if parent else None
        return None

    def containers(self, pod):
        """Names and images of the containers. Names come from the template if the image's repository matches."""
        template = self.template_of(pod)
        spec = (template or {}).get("spec") or {}
        images = list(pod.get("images") or [])
        named = []
        for container in spec.get("containers") or []:
            image = next((i for i in images if repository(i) == repository(container["image"])), None)
            if image:
                images.remove(image)
                named.append((container["name"], image))
        return named + [(short(repository(image)), image) for image in images]

    def manifest(self, node):
        parent = self.owner(node)
        labels = (node.get("networkingInfo") or {}).get("labels") or {}
        group = node.get("group")
        manifest = {
            "apiVersion": (group + "/" if group else "") + node.get("version", "v1"),
            "kind": node["kind"],
            "metadata": {"name": node["name"], "namespace": node.get("namespace", ""), "uid": node["uid"],
                         "resourceVersion": node.get("resourceVersion", ""), "creationTimestamp": node.get("createdAt")},
        }
        if labels:
            manifest["metadata"]["labels"] = labels
        if parent:
            manifest["metadata"]["ownerReferences"] = [{
                "apiVersion": (parent["group"] + "/" if parent.get("group") else "") + parent.get("version", "v1"),
                "kind": parent["kind"], "name": parent["name"], "uid": parent["uid"], "controller": True}]
        template = copy.deepcopy(self.template_of(node))
        if node["kind"] == "Pod":
            self.fill_pod(manifest, node, template)
        elif node["kind"] == "ReplicaSet" and template:
            pods = [n for n in self.nodes.values() if (self.owner(n) or {}).get("uid") == node["uid"]]
            for container in template["spec"].get("containers") or []:
                for image in (pods[0].get("images") or []) if pods else []:
                    if repository(image) == repository(container["image"]):
                        container["image"] = image
            manifest["spec"] = {"replicas": len(pods), "template": template}
        elif template:
            manifest["spec"] = {"template": template}
        return manifest

    def fill_pod(self, manifest, node, template):
        spec = (template or {}).get("spec") or {}
        by_name = {c["name"]: c for c in spec.get("containers") or []}
        containers = [dict(by_name.get(name, {"name": name}), image=image) for name, image in self.containers(node)]
        manifest["spec"] = dict(spec, containers=containers, nodeName=info(node, "Node"))
        reason = info(node, "Status Reason")
        ready = info(node, "Containers")
        manifest["status"] = {
            "phase": "Running" if reason == "Running" else "Pending" if "Image" in reason else reason or "Pending",
            "containerStatuses": [{"name": name, "image": image, "ready": ready == f"{len(containers)}/{len(containers)}",
                                   "restartCount": int(info(node, "Restart Count") or 0)}
                                  for name, image in self.containers(node)],
        }
        if reason not in ("Running", "Completed", "Succeeded", ""):
            manifest["status"]["reason"] = reason
            manifest["status"]["message"] = (node.get("health") or {}).get("message", "")

    def add_manifests(self):
        managed = {(i["kind"], i["name"]) for line in self.lines if line["kind"] == "get"
                   and "/managed-resources" in line["path"] and line["status"] == 200
                   for i in line["body"].get("items") or []}
        app = self.head["app"]
        for past in self.history.values():
            for t, node in past:
                if node is None or (node["kind"], node["name"]) in managed:
                    continue
                path = (f"/api/v1/applications/{app}/resource?namespace={quote(node.get('namespace', ''))}"
                        f"&resourceName={quote(node['name'])}&version={node.get('version', 'v1')}&kind={node['kind']}"
                        f"&group={node.get('group', '')}")
                self.added.append({"t": t, "kind": "manifest", "path": path, "status": 200, "type": "application/json",
                                   "body": {"manifest": json.dumps(self.manifest(node), separators=(",", ":"))}})

    def say(self, t, pod, container, content, previous=False):
        line = {"t": max(0, t), "kind": "log-line", "pod": pod, "container": container, "content": content}
        if previous:
            line["previous"] = True
        self.added.append(line)

    def add_start(self, t, pod, name, image):
        self.say(t, pod, name, f"starting {short(image)}")
        self.say(t, pod, name, f"config loaded from /etc/{name}/config.yaml")

    def crash_words(self, t, pod, name, previous):
        words = ["connecting to db.acme.svc:5432", "panic: runtime error: index \"products\" has version 3, want 4",
                 "goroutine 1 [running]:", "main.main()", "\t/src/cmd/server/main.go:88 +0x1f4", "exit status 2"]
        for i, text in enumerate(words):
            self.say(t + i * 40, pod, name, text, previous)

    def add_logs(self):
        for past in self.history.values():
            pods = [(t, n) for t, n in past if n is not None and n["kind"] == "Pod"]
            if not pods:
                continue
            first, pod = pods[0]
            gone = next((t for t, n in past if n is None), self.end)
            for name, image in self.containers(pods[-1][1]):
                self.add_container(pods, first, gone, pod["name"], name, image)

    def add_container(self, pods, first, gone, pod, name, image):
        started = next((t for t, n in pods if info(n, "Status Reason") in ("Running", "Completed", "Succeeded", "Error")
                        or int(info(n, "Restart Count") or 0) > 0), None)
        if started is None:
            return  # it never started, so it has no log
        job = "migrate" in image or "smoke" in image or any(info(n, "Status Reason") in ("Completed", "Error") for _, n in pods)
        restarts = sorted({int(info(n, "Restart Count") or 0) for _, n in pods})
        self.add_start(started, pod, name, image)
        if job:
            failed = "fail" in image
            words = ["connected to db.acme.svc:5432", "applying migration 0041_add_sku ... done",
                     "migration 0042 failed: column already exists", "exit status 2"] if failed and "migrate" in image else \
                    ["connected", "all checks passed" if not failed else "check failed: GET /healthz answered 503"]
            for i, text in enumerate(words):
                self.say(started + 200 + i * 150, pod, name, text)
            return
        if max(restarts) > 0 or "crash" in image:
            seen = 0
            for t, node in pods:
                count = int(info(node, "Restart Count") or 0)
                if count > seen:
                    self.add_start(t, pod, name, image)
                    self.crash_words(t + 80, pod, name, False)
                    self.add_start(max(started, t - 2_000), pod, name, image)
                    self.crash_words(max(started, t - 1_900), pod, name, True)
                    seen = count
            self.crash_words(started + 80, pod, name, False)
            return
        self.say(started + 300, pod, name, "listening on :8080")
        if "slow" in image or "never" in image:
            self.say(started + 900, pod, name, "readiness: waiting for the product index (0 of 1.2M documents)")
            return
        for i, t in enumerate(range(started + 1_000 + sum(map(ord, pod)) % 1_500, gone, LINE_EVERY_MS)):
            self.say(t, pod, name, REQUESTS[(i + sum(map(ord, pod))) % len(REQUESTS)])

    def add_commits(self):
        app = self.head["app"]
        image = (self.head.get("expect") or {}).get("image") or ""
        known = {}
        for line in self.lines:
            if line["kind"] == "truth" and line.get("what") == "commit" and line.get("sha"):
                known.setdefault(line["sha"], (line["t"], f"Release {short(image).replace(':', ' ')}"))
        for line in self.lines:
            body = line.get("body")
            if line["kind"] != "get" or not isinstance(body, dict) or line.get("status") != 200:
                continue
            history = ((body.get("status") or {}) if body.get("metadata", {}).get("name") == app else {}).get("history")
            for record in history or []:
                deployed = datetime.fromisoformat(record["deployedAt"].replace("Z", "+00:00"))
                # The commit is some seconds older than its deployment.
                t = int((deployed - self.zero).total_seconds() * 1000) - 20_000
                message = f"Release {short(image).replace(':', ' ')}" if deployed > self.zero else f"Set up {app}"
                for sha in [record.get("revision")] + list(record.get("revisions") or []):
                    if sha:
                        known.setdefault(sha, (t, message))
        for i, (sha, (t, message)) in enumerate(sorted(known.items())):
            self.added.append({
                "t": max(0, t), "kind": "get", "path": f"/api/v1/applications/{app}/revisions/{sha}/metadata",
                "status": 200, "type": "application/json", "took": 3,
                "body": {"author": AUTHORS[i % len(AUTHORS)], "date": self.stamp(t), "message": message}})

    def all(self):
        self.add_manifests()
        self.add_logs()
        self.add_commits()
        return [self.head] + sorted(self.lines[1:] + self.added, key=lambda line: line["t"])


def main():
    source, target = sys.argv[1:]
    text = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in Enriched(read(source)).all())
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0) as out:
        out.write(text.encode())
    with open(target, "wb") as file:
        file.write(packed.getvalue())


if __name__ == "__main__":
    main()

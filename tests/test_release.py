"""A release: links that work where a package index shows the README, and workflows that hold no more than they need."""

import re
import runpy
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
AT = ("https://example.org/ann/gapmark", "v0.1.0")
RELEASE = runpy.run_path(str(ROOT / ".ci" / "release.py"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_links_of_the_readme_work_where_a_package_index_shows_it():
    readme = RELEASE["with_web_links"]((ROOT / "README.md").read_text("utf-8"), *AT)
    targets = re.findall(r"\]\(([^)]+)\)", readme)
    assert not [target for target in targets if not target.startswith("https://")]
    assert f"]({AT[0]}/raw/v0.1.0/.github/screenshot.png)" in readme
    assert f"]({AT[0]}/blob/v0.1.0/gapmark/docs/editing.md)" in readme
    own = [target.partition("/v0.1.0/")[2] for target in targets if target.startswith(AT[0])]
    assert not [path for path in own if not (ROOT / path.partition("#")[0]).exists()]


def test_a_release_names_its_repository_and_its_documents():
    made = tomllib.loads(RELEASE["with_addresses"]((ROOT / "pyproject.toml").read_text("utf-8"), *AT))
    plain = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    urls = made["project"].pop("urls")
    assert urls == {"Documentation": f"{AT[0]}/blob/v0.1.0/gapmark/docs/", "Repository": AT[0]}
    assert made == plain


def test_a_tag_of_another_version_is_refused():
    with pytest.raises(SystemExit, match=r"v9\.9\.9"):
        RELEASE["with_addresses"]((ROOT / "pyproject.toml").read_text("utf-8"), AT[0], "v9.9.9")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_holds_no_more_than_it_needs(path):
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        assert job["timeout-minutes"] <= 60, name
        for step in job["steps"]:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step.get("uses", "a@" + "0" * 40)), step
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False, name
            assert "${{" not in step.get("run", ""), "what comes from elsewhere reaches a shell as a variable only"


def test_only_what_is_tested_is_published_and_only_when_a_person_has_set_that_up():
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8"))["jobs"]
    assert (jobs["test"]["needs"], jobs["publish"]["needs"]) == ("build", "test")
    assert "vars.PUBLISH_TO_PYPI == 'yes'" in jobs["publish"]["if"]
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert not [name for name in ("build", "test") if "permissions" in jobs[name]]

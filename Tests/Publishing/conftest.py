"""A publication to publish, a folder, a real sshd and a real nginx on loopback to publish to."""

import getpass
import os
import pathlib
import shutil
import subprocess

import pytest
from loopback import free_port, wait_for
from publishing import Publication


def needed(*names):
    """Where programs are; those for administrators are not on everybody's path."""
    path = os.environ["PATH"] + ":/usr/sbin:/sbin"
    found = [shutil.which(name, path=path) for name in names]
    for name, place in zip(names, found):
        if place is None:
            pytest.exit(f"The publishing tests need {name}; `make test-packages` installs it.", 2)
    return found


@pytest.fixture(scope="session")
def ssh_config(tmp_path_factory):
    """The configuration with which ssh reaches a real sshd on loopback, as whoever runs the tests."""
    sshd, keygen, _ = needed("sshd", "ssh-keygen", "rsync")
    folder = tmp_path_factory.mktemp("sshd")
    for name in ("host_key", "user_key"):
        subprocess.run(
            [keygen, "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True
        )
    port = free_port()
    shutil.copy(folder / "user_key.pub", folder / "authorized_keys")
    (folder / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host_key\nPidFile none\n"
        f"AuthorizedKeysFile {folder}/authorized_keys\nStrictModes no\nUsePAM no\n"
        "PasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\n"
    )
    host_key = (folder / "host_key.pub").read_text()
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{port} {host_key}")
    config = folder / "ssh_config"
    config.write_text(
        f"Host web\n  HostName 127.0.0.1\n  Port {port}\n  User {getpass.getuser()}\n"
        f"  IdentityFile {folder}/user_key\n  IdentitiesOnly yes\n"
        f"  UserKnownHostsFile {folder}/known_hosts\n  StrictHostKeyChecking yes\n"
    )
    if os.geteuid() == 0:
        pathlib.Path("/run/sshd").mkdir(exist_ok=True)
    log = folder / "log"
    with open(log, "wb") as errors:
        process = subprocess.Popen([sshd, "-D", "-e", "-f", folder / "sshd_config"], stderr=errors)
    wait_for(port, process, log)
    yield config
    process.terminate()
    process.wait()


@pytest.fixture
def serve(tmp_path):
    """Starts nginx with a text of configuration, in which PORT stands for its port; gives that."""
    (nginx,) = needed("nginx")
    running = []

    def serve(text):
        port = free_port()
        folder = tmp_path / f"nginx-{port}"
        folder.mkdir()
        scratch = "".join(
            f"  {kind}_temp_path {folder}/{kind};\n"
            for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        user = "user root;\n" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(
            f"{user}daemon off;\nworker_processes 1;\npid {folder}/pid;\n"
            f"error_log {folder}/errors warn;\nevents {{}}\n"
            f"http {{\n{scratch}  access_log off;\n{text.replace('PORT', str(port))}\n}}\n"
        )
        log = folder / "log"
        with open(log, "wb") as errors:
            process = subprocess.Popen(
                [nginx, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "errors"],
                stderr=errors,
            )
        running.append(process)
        wait_for(port, process, log)
        return port

    yield serve
    for process in running:
        process.terminate()
        process.wait()


@pytest.fixture(params=["folder", "ssh"])
def publication(request, program, tmp_path):
    """A small publication with a target of each kind, both at once in `www` beside it."""
    arguments = []
    if request.param == "ssh":
        arguments = ["--ssh-config", request.getfixturevalue("ssh_config")]
    return Publication(program, tmp_path, request.param, arguments)

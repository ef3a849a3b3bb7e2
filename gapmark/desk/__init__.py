"""The desk: an editor fills in forms in the browser, and the lines that a careful hand would write come into content/.

In: a project's folder, and the fields of a form that was sent. Out: pages of the desk as HTML, and files of content/ in
which only the lines of one entry have changed. Knows no sockets: `serve` asks it. What it writes goes through the
reading and the checks of any build, and the finished site has nothing of it.
"""

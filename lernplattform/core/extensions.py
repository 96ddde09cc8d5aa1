"""Flask extensions, made here and bound to the app in app.py."""

from flask_login import LoginManager
from flask_migrate import Migrate
from flask_wtf import CSRFProtect

from lernplattform.core.uebersetzungen import PoBabel

babel = PoBabel()
csrf = CSRFProtect()
login_manager = LoginManager()
migrate = Migrate(compare_type=True, render_as_batch=True)

namespace Portal.Web.Ui;

/// <summary>The icons there are; the drawings are in <see cref="IconPaths"/>.</summary>
public enum IconName
{
    None, Overview, Tenants, Folder, Ask, Book, Shield, Server, Broom, Chart, Layers, Dollar, Flask, Cube, Clock, List, Gear, Brand,
    Search, Bell, Theme, Sun, Moon, Check, Warning, Cross, Info, Chevron, ChevronRight, Up, Down, Plus, Upload, Download, File, Lock, Copy, Code,
    More, Refresh, Trash, Pencil, User, SignOut, Stop, Play, External, Tag, Key, Link, Database, Pause,
}
